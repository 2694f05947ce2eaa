import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AddIngredient, AddLocation, ChangeIngredient, ChangeLocation, SetRecipe } from '@libs/inventory/application';
import { InventoryQueries } from '@libs/inventory/infrastructure';
import { Allow, Answers, Caller, idParam, pageQuery, Principal } from '@libs/platform';
import {
  addIngredientBody,
  addLocationBody,
  changeIngredientBody,
  changeLocationBody,
  ingredientPage,
  ingredientWire,
  locationsWire,
  locationWire,
  productParams,
  recipesWire,
  recipeWire,
  setRecipeBody,
  toIngredient,
  toIngredientChanges,
  toIngredientFields,
  toLocation,
  toRecipe,
  toRecipeItems,
} from './inventory.dto';

const page = z.strictObject(pageQuery);
const NAME_TAKEN = { 409: 'stock.name_taken' };

/** What there is to count: places, ingredients and recipes. */
@ApiTags('inventory')
@Controller()
@Allow('inventory.manage')
export class StoreController {
  constructor(
    private readonly queries: InventoryQueries,
    private readonly addLocation: AddLocation,
    private readonly changeLocation: ChangeLocation,
    private readonly addIngredient: AddIngredient,
    private readonly changeIngredient: ChangeIngredient,
    private readonly setRecipe: SetRecipe,
  ) {}

  @Get('stock-locations')
  @Allow()
  @Answers({ summary: 'Places where stock lies', body: locationsWire })
  async locations(@Caller() caller: Principal) {
    return { items: (await this.queries.locations(caller.venueId)).map(toLocation) };
  }

  @Post('stock-locations')
  @Answers({ summary: 'Add a place', body: locationWire, status: 201, refusals: NAME_TAKEN })
  async newLocation(
    @Caller() caller: Principal,
    @Body({ schema: addLocationBody }) { name, is_active: isActive }: z.output<typeof addLocationBody>,
  ) {
    return toLocation(await this.addLocation.execute(caller, { name, isActive }));
  }

  @Patch('stock-locations/:id')
  @Answers({ summary: 'Change a place', body: locationWire, refusals: NAME_TAKEN })
  async otherLocation(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: z.output<typeof idParam>,
    @Body({ schema: changeLocationBody }) { name, is_active: isActive }: z.output<typeof changeLocationBody>,
  ) {
    const changes = { ...(name === undefined ? {} : { name }), ...(isActive === undefined ? {} : { isActive }) };
    return toLocation(await this.changeLocation.execute(caller, id, changes));
  }

  @Get('ingredients')
  @Answers({ summary: 'Ingredients by name', body: ingredientPage })
  async ingredients(@Caller() caller: Principal, @Query({ schema: page }) { limit, cursor }: z.output<typeof page>) {
    const found = await this.queries.ingredients(caller.venueId, limit, cursor);
    return { items: found.items.map(toIngredient), next_cursor: found.nextCursor };
  }

  @Post('ingredients')
  @Answers({ summary: 'Add an ingredient', body: ingredientWire, status: 201, refusals: NAME_TAKEN })
  async newIngredient(
    @Caller() caller: Principal,
    @Body({ schema: addIngredientBody }) body: z.output<typeof addIngredientBody>,
  ) {
    return toIngredient(await this.addIngredient.execute(caller, toIngredientFields(body)));
  }

  @Patch('ingredients/:id')
  @Answers({ summary: 'Change an ingredient', body: ingredientWire, refusals: NAME_TAKEN })
  async otherIngredient(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: z.output<typeof idParam>,
    @Body({ schema: changeIngredientBody }) body: z.output<typeof changeIngredientBody>,
  ) {
    return toIngredient(await this.changeIngredient.execute(caller, id, toIngredientChanges(body)));
  }

  @Get('recipes')
  @Answers({ summary: 'What one portion of each product takes, and costs', body: recipesWire })
  async recipes(@Caller() caller: Principal) {
    return { items: (await this.queries.recipes(caller.venueId)).map(toRecipe) };
  }

  @Put('recipes/:product_id')
  @Answers({ summary: "Set a product's recipe", body: recipeWire, refusals: { 404: 'stock.product_not_found' } })
  async recipe(
    @Caller() caller: Principal,
    @Param({ schema: productParams }) { product_id: productId }: z.output<typeof productParams>,
    @Body({ schema: setRecipeBody }) body: z.output<typeof setRecipeBody>,
  ) {
    await this.setRecipe.execute(caller, productId, toRecipeItems(body));
    return toRecipe(await this.queries.recipe(caller.venueId, productId));
  }
}
