import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { screenApp } from '../../libs/ui/vite/app';

export default defineConfig(
  screenApp({
    name: 'customer',
    root: resolve(import.meta.dirname, '../..'),
    title: 'Noche',
    description: 'Tu billetera, tus entradas y tus tickets',
    display: 'standalone',
  }),
);
