import { keptAnswersOfTablet } from '@libs/screen';

export const { queryClient } = keptAnswersOfTablet();
