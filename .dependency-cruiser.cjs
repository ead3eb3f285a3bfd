const { join } = require('node:path');
const machinery = require('./test/architecture/machinery.cjs');

const anySlice = `libs/(?!(?:${machinery.join('|')})/)[^/]+/`;
const oneSlice = `libs/(?!(?:${machinery.join('|')})/)([^/]+)/`;
const spec = '[.](?:e2e-)?spec[.]ts$';
const reactions = '[.]reactions[.]ts$';
/** Rooms in front of the counter: they open the house for a person at a door, and share it between doors. */
const front = 'books|importing|demo';
const adapter = '^libs/event-store/(?:postgres|in-memory|eventstoredb)';

/** One door: who stands before it (`from`), what lies behind it (`to`), and why it is shut. Some doors need two bars. */
const door = (name, comment, from, ...bars) => bars.map((to) => ({ name, comment, severity: 'error', from, to }));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...door(
      'kernel-imports-nothing',
      'The shared vocabulary depends on nobody.',
      { path: '^libs/kernel/', pathNot: spec },
      { pathNot: '^libs/kernel/' },
    ),
    ...door(
      'policy-imports-kernel-only',
      'Numbers do not depend on the code that uses them.',
      { path: '^libs/policy/', pathNot: spec },
      { pathNot: '^libs/(?:policy|kernel)/' },
    ),
    ...door(
      'reference-imports-kernel-only',
      'Code lists and checks are taken by pure slices, so they are pure: the kernel, the published holidays and class-validator.',
      { path: '^libs/reference/', pathNot: spec },
      { pathNot: '^libs/(?:reference|kernel)/|node_modules/(?:chinese-days|class-validator)/' },
    ),
    ...door(
      'slices-are-pure',
      'A slice takes the kernel, policy, reference, class-validator and itself: the same facts give the same decision for ever.',
      { path: `^${oneSlice}`, pathNot: spec },
      { pathNot: `^libs/(?:kernel|policy|reference|$1)/|^${anySlice}|node_modules/class-validator/` },
    ),
    ...door(
      'slices-do-not-call-each-other',
      'Slices meet through events.',
      { path: `^${oneSlice}`, pathNot: reactions },
      { path: `^${anySlice}`, pathNot: '^libs/$1/' },
    ),
    ...door(
      'reactions-read-types-only',
      "A reaction takes another slice's events, and only as types.",
      { path: `^${oneSlice}.*${reactions}` },
      { path: `^${anySlice}`, pathNot: '^libs/$1/', dependencyTypesNot: ['type-only'] },
      { path: `^${anySlice}`, pathNot: '^libs/$1/|[.]events[.]ts$', dependencyTypes: ['type-only'] },
    ),
    ...door(
      'forms-hold-text-only',
      'Texts take the kernel and the code lists they print, slices only as types; beside these the sheet writer, the QR code and the hash that freezes a form.',
      { path: '^libs/forms/', pathNot: spec },
      {
        pathNot: `^libs/(?:forms|kernel|reference)/|^${anySlice}|^(?:node:)?crypto$|node_modules/(?:hucre|canonicalize|qrcode|@types/qrcode)/`,
      },
      { path: `^${anySlice}`, dependencyTypesNot: ['type-only'] },
    ),
    ...door(
      'intake-reads-sheets-only',
      'Reading a sheet somebody filled in takes the kernel, the code lists and the sheet reader; what it means is decided elsewhere.',
      { path: '^libs/intake/', pathNot: spec },
      { pathNot: '^libs/(?:intake|kernel|reference)/|node_modules/hucre/' },
    ),
    ...door(
      'proof-stands-alone',
      'An auditor checks our word with node:crypto and canonical JSON, without trusting any other code of ours.',
      { path: '^libs/proof/', pathNot: spec },
      { pathNot: '^libs/proof/|^(?:node:)?crypto$|node_modules/canonicalize/' },
    ),
    ...door(
      'verifying-takes-proof-only',
      'What an auditor is shown rests on the checks alone; beside them the opening of a disclosed envelope, and what puts the page into one file.',
      { path: '^libs/verifying/', pathNot: spec },
      {
        pathNot:
          '^libs/(?:verifying|proof)/|^libs/privacy/envelope[.]ts$|^(?:node:)?(?:crypto|path)$|node_modules/(?:@noble/(?:curves|hashes)|esbuild|buffer)/',
      },
    ),
    ...door(
      'timestamps-stand-alone',
      'A timestamp is checked with the certificate that the auditor brings and a library, without any other code of ours.',
      { path: '^libs/timestamp/', pathNot: spec },
      { pathNot: '^libs/timestamp/|^(?:node:)?crypto$|node_modules/(?:asn1js|pkijs)/' },
    ),
    ...door(
      'rooms-do-not-open-onto-the-street',
      'Libs and projections never import apps.',
      { path: '^(?:libs|projections)/' },
      { path: '^apps/' },
    ),
    ...door(
      'rooms-do-not-look-through-windows',
      'Libs never import projections: what is written does not depend on what is read. In front of the counter, and for figures that a review rests on, a query may be asked.',
      { path: '^libs/', pathNot: `^libs/(?:house|${front}|counter)/` },
      { path: '^projections/' },
    ),
    ...door(
      'front-rooms-ask-queries-only',
      'Books, importing, demo and the counter ask questions of a window; how a row is folded is none of their business.',
      { path: `^libs/(?:${front}|counter)/`, pathNot: spec },
      { path: '^projections/', pathNot: '[.]query[.]ts$|/history[.]ts$' },
    ),
    ...door(
      'nest-stays-at-the-edge',
      'Only apps import @nestjs.',
      { pathNot: '^(?:apps|test)/' },
      { path: 'node_modules/@nestjs/' },
    ),
    ...door(
      'only-apps-choose-an-adapter',
      'Whoever stores or reads takes the port; which engine stands behind it is decided at the door.',
      { pathNot: `^(?:apps|test|libs/house)/|${adapter}|${spec}` },
      { path: adapter },
    ),
    ...door(
      'only-apps-open-the-house',
      'The house puts all rooms of a process together, adapter and catalogue too, so nobody inside may lean on it.',
      { pathNot: `^(?:apps|test|libs/house|libs/(?:${front}))/|${spec}` },
      { path: '^libs/house/' },
    ),
    ...door(
      'only-the-house-stands-behind-the-counter',
      'Commands are taken at the counter by whoever opens the house; no room sends one round it.',
      { pathNot: `^(?:apps|test|libs/house|libs/counter|libs/(?:${front}))/|${spec}` },
      { path: '^libs/counter/' },
    ),
    ...door(
      'read-models-stand-alone',
      'One projection never reads another, so each can be rebuilt alone.',
      { path: '^projections/([^/]+)/' },
      { path: '^projections/', pathNot: '^projections/$1/' },
    ),
    ...door(
      'api-reads-by-query-only',
      'The API asks questions and registers tables through the catalogue; how a row is folded is none of its business.',
      { path: '^apps/api/', pathNot: spec },
      { path: '^projections/', pathNot: '[.](?:query|entity)[.]ts$|^projections/catalogue[.]ts$' },
      { path: '^projections/.*[.]entity[.]ts$', dependencyTypesNot: ['type-only'] },
    ),
    ...door(
      'apps-do-not-import-each-other',
      'Two processes share libs, never code of their own.',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    ...door(
      'console-takes-words-only',
      'The console takes the kernel, code lists, who may do what, Chinese texts and the generated API types: no store, no decider, no Nest.',
      { path: '^apps/console/' },
      {
        path: '^(?:libs|projections)/|node_modules/(?:@nestjs|@eventstore|@fastify|fastify|typeorm|pg)/',
        pathNot:
          '^libs/(?:kernel/|reference/|access/(?:actor|permissions)[.]ts$|forms/(?:refusals/)?[^/]+[.]zh[.]ts$)',
      },
      // Validators need decorators and half a megabyte of tables; the API checks what was typed.
      { path: 'node_modules/class-validator/|^libs/reference/(?:validators|nested-list)[.]ts$' },
    ),
    ...door(
      'features-stand-alone',
      'One console feature never imports another.',
      { path: '^apps/console/src/features/([^/]+)/' },
      { path: '^apps/console/src/features/', pathNot: '^apps/console/src/features/$1/' },
    ),
    ...door(
      'auditor-only-asks',
      'The pages of the auditor ask and never give: no command, and nothing that takes one.',
      { path: '^apps/console/src/features/audit/' },
      { path: '^apps/console/src/(?:api/give|parts/command-form)[.]' },
    ),
    ...door(
      'shared-parts-know-no-feature',
      'What all console features share knows none of them; the route table alone loads them, page by page.',
      { path: '^apps/console/src/(?:api|frame|parts)/' },
      { path: '^apps/console/src/features/' },
    ),
    ...door('no-cycles', 'Two files that need each other are one file.', {}, { circular: true }),
    ...door('not-to-unresolvable', 'What is imported is there.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/architecture/planted/|^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(__dirname, 'tsconfig.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
    },
  },
};
