import { afterAll } from 'vitest';
import { dropTestDatabase, openOwnDatabase } from './database.ts';

// Before the test file is read, so that whatever it imports finds its settings in the environment.
const database = await openOwnDatabase();
process.env['DATABASE_URL'] = database.appUrl;
process.env['DATABASE_OWNER_URL'] = database.ownerUrl;
process.env['AUTH_SECRET'] = 'bare-for-tester-bare-for-tester-bare-for-tester';
process.env['STYKKPRIS_INNEBYGD'] = 'på';
process.env['LOGG_NIVA'] = 'silent';

afterAll(() => dropTestDatabase(database));
