# The endpoint of docs/endpoint.md. The app itself is static files: `npm run build`, any web server.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json vite.endpoint.config.ts ./
COPY src ./src
COPY endpoint ./endpoint
RUN npx vite build --config vite.endpoint.config.ts --logLevel warn \
  && cp -r node_modules/.cache/endpoint built \
  && npm prune --omit=dev --ignore-scripts

FROM node:22-slim
ENV NODE_ENV=production PORT=4392 LISTEN_ON=0.0.0.0
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/built ./endpoint
USER node
EXPOSE 4392
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: signals have to reach the endpoint itself.
ENTRYPOINT ["node", "endpoint/main.js"]
