import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { screenApp } from '../../libs/ui/vite/app';

export default defineConfig(
  screenApp({
    name: 'door',
    root: resolve(import.meta.dirname, '../..'),
    title: 'Noche Puerta',
    description: 'Puerta de Noche',
    display: 'fullscreen',
  }),
);
