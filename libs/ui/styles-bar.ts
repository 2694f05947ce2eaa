/** What a till needs and the answer to a scan. Imported once, first, by the `main.tsx` of an app that scans. */
import './styles';
import './styles/results.css';
