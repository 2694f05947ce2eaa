/** Everything admin needs to look like Noche. Imported once, first, by the app's `main.tsx`. */
import '@fontsource-variable/archivo/standard.css';
import './mantine-admin.css';
import 'mantine-datatable/styles.css';
import './noche.css';
