// Zod tries `new Function` unless it is told not to, and the page's policy refuses that. It reads this when it is first loaded, so
// it must stand before it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
