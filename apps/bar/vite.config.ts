import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { screenApp } from '../../libs/ui/vite/app';

export default defineConfig(
  screenApp({
    name: 'bar',
    root: resolve(import.meta.dirname, '../..'),
    title: 'Noche Barra',
    description: 'Entrega en barra de Noche',
    display: 'fullscreen',
  }),
);
