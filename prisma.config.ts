import { defineConfig } from 'prisma/config';

// `prisma generate` needs no connection. Migrations are applied by lib/server/database/migrate.ts; where there is
// internet, `prisma migrate deploy` does the same from the same folder with DATABASE_OWNER_URL.
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_OWNER_URL'] ?? 'postgresql://localhost/stykkpris' },
});
