/**
 * Everything admin needs to look like Noche. Admin uses most of Mantine, so it takes the whole sheet (35 kB instead of
 * 10 gzipped) and cannot forget a file. Imported once, first, by the app's `main.tsx`.
 */
import '@fontsource-variable/archivo/standard.css';
import '@mantine/core/styles.css';
import '@mantine/charts/styles.css';
import 'mantine-datatable/styles.css';
import './noche.css';
