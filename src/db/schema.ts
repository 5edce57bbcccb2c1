import type { BusinessTables } from './business-tables.ts'
import type { CustomerTables } from './customer-tables.ts'
import type { InstallationTables } from './installation-tables.ts'
import type { LearnTables } from './learn-tables.ts'
import type { TeamTables } from './team-tables.ts'

/** Every table, in camel case as the code sees it. */
export type Schema = InstallationTables & CustomerTables & BusinessTables & TeamTables & LearnTables
