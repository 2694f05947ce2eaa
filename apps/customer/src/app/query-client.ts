import { keptAnswers } from '@libs/screen';

export const queryClient = keptAnswers();
