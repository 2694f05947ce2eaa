/** Environment variables by which the test run hands its Postgres to the test files. */
export const OWNER_URL_VARIABLE = 'NOCHE_TEST_OWNER_URL';
export const APP_URL_VARIABLE = 'NOCHE_TEST_APP_URL';
