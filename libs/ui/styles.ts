/** Everything a till needs to look like Noche. Imported once, first, by an app's `main.tsx`. */
import '@fontsource-variable/archivo/standard.css';
import './mantine.css';
import './noche.css';
