import { keptAnswersOfTablet } from '@libs/screen';

export const { queryClient, askWhoIsHere } = keptAnswersOfTablet();
