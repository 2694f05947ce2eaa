/**
 * Something a person has to put right before the product can run: a taken port, a folder that cannot be written, a
 * wrong address. The message is one sentence meant for that person; whoever starts the product prints it alone, without
 * a stack, and ends with exit code 1.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
}
