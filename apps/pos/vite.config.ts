import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { screenApp } from '../../libs/ui/vite/app';

export default defineConfig(
  screenApp({
    name: 'pos',
    root: resolve(import.meta.dirname, '../..'),
    title: 'Noche Caja',
    description: 'Caja de Noche',
    display: 'fullscreen',
  }),
);
