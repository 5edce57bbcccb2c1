/** The words of certificates, and of the page that checks them. */
export const certificateText = {
  title: (course: string) => `Certificate: ${course}`,
  certificate: 'Certificate',
  finished: 'has finished',
  shown: 'What was shown',
  practice: 'Practice, checked',
  review: (by: string) => `Read and passed by ${by}`,
  selfCheck: 'Checked alone: nobody else was there to read it',
  quiz: (score: number) => `Quiz, ${score}% right`,
  onlyRead: 'Every required lesson was completed.',
  updated: 'Updated since: the course has grown after this certificate was given. It stands as it is.',
  print: 'Print',
  badge: 'Download the badge',
  copy: 'Copy the credential',
  copied: 'The credential is on the clipboard.',
  takeAway:
    'The badge is a picture that carries this certificate as a signed Open Badges 3.0 credential: other systems can read it, and whoever you show it to can check it at',
  toCourse: 'To the course',
  open: 'Open the certificate',
}

export const verifyText = {
  title: 'Check a credential',
  lead: 'A certificate from Tricorn is signed. Paste the credential, or choose the badge as it was downloaded, to see what it proves and who vouches for it.',
  credential: 'Credential',
  hint: 'It begins with “ey”.',
  file: 'Or choose a file',
  check: 'Check',
  states: { genuine: 'Genuine', changed: 'Not genuine', elsewhere: 'Not from here', unreadable: 'No credential' },
  learner: 'Given to',
  course: 'For the course',
  issuer: 'By',
  on: 'On',
  criteria: 'Which means',
  shown: 'What was shown',
  limits:
    'The signature shows that this Tricorn wrote these words and that nobody changed them. It does not show that the person before you is the one named.',
}
