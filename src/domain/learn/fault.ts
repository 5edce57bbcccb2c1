/** Something an author has to put right, and where. */
export type Fault = { file: string; line: number; say: string }

export function faultLine({ file, line, say }: Fault) {
  return `${file}:${line} ${say}`
}
