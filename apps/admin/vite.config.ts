import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { screenApp } from '../../libs/ui/vite/app';

export default defineConfig(
  screenApp({
    name: 'admin',
    root: resolve(import.meta.dirname, '../..'),
    title: 'Noche Admin',
    description: 'Administración de Noche',
    display: 'standalone',
  }),
);
