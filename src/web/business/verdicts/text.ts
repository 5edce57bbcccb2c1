/** The words of verdicts, in one place. */
export const verdictsText = {
  title: 'Verdicts',
  lead: 'What came out of each bet, computed from its plan and the events. The same plan and data always give the same verdict.',
  section: 'Verdict',
  none: 'No verdicts yet',
  noneWhy:
    'When the check date of a success plan comes, the verdict is computed from the events and recorded here: worked, did not work, harmed, inconclusive, or not enough data.',
  toBets: 'Go to the bets',
  lesson: 'Did it work?',
  record: 'Record this verdict',
  preliminary: 'as the data stand now; not recorded yet',
  final: 'final',
  open: 'preliminary',
  claim: { strong: 'strong claim', fair: 'fair claim', weak: 'weak claim' },
  guardrails: 'Guardrails',
  groups: 'Groups',
  reasons: 'What decided it',
  cautions: 'Read it with care',
  ratio: { fine: 'Group sizes as assigned', doubtful: 'Group sizes a little off', mismatch: 'Group sizes wrong' },
  guardrail: {
    safe: 'safe',
    harmed: 'harmed',
    deteriorated: 'got worse',
    'not-cleared': 'not cleared',
    'not-enough-data': 'not enough data',
    'not-measured': 'not measured',
  },
} as const
