import '@libs/ui/styles';
import './app/app.css';
import './app/form.css';
import { textsReady } from './app/i18n/start';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// No top-level await: the bundler would cut what the lazy screens share into a dozen small files.
const page = createRoot(root);
void textsReady.then(() =>
  page.render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
