import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AddCategory, ChangeCategory } from '@libs/catalog/application';
import { CatalogQueries } from '@libs/catalog/infrastructure';
import { Allow, Answers, Caller, idParam, Principal } from '@libs/platform';
import {
  addCategoryBody,
  categoryPage,
  categoryWire,
  changeCategoryBody,
  toCategory,
  toCategoryChanges,
  toCategoryFields,
} from './catalog.dto';

/** The shelves of the menu. */
@ApiTags('catalog')
@Controller('catalog/categories')
@Allow('catalog.manage')
export class CategoriesController {
  constructor(
    private readonly queries: CatalogQueries,
    private readonly addCategory: AddCategory,
    private readonly changeCategory: ChangeCategory,
  ) {}

  @Get()
  @Answers({ summary: 'All categories, switched off ones included', body: categoryPage })
  async list(@Caller() caller: Principal) {
    return { items: (await this.queries.categories(caller.venueId)).map(toCategory), next_cursor: null };
  }

  @Post()
  @Answers({ summary: 'Add a category', body: categoryWire, status: 201, refusals: { 409: 'catalog.name_taken' } })
  async add(@Caller() caller: Principal, @Body({ schema: addCategoryBody }) body: z.output<typeof addCategoryBody>) {
    return toCategory(await this.addCategory.execute(caller, toCategoryFields(body)));
  }

  @Patch(':id')
  @Answers({ summary: 'Change a category', body: categoryWire, refusals: { 409: 'catalog.name_taken' } })
  async change(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: z.output<typeof idParam>,
    @Body({ schema: changeCategoryBody }) body: z.output<typeof changeCategoryBody>,
  ) {
    return toCategory(await this.changeCategory.execute(caller, id, toCategoryChanges(body)));
  }
}
