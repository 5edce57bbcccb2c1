/** Rows as aligned columns under their headings, cut to what fits in a line. */
export function table(headings: string[], rows: (string | number | null | undefined)[][]): string {
  if (rows.length === 0) return 'Nothing here.'
  const lines = [headings, ...rows.map((row) => row.map((cell) => oneLine(cell)))]
  const widths = headings.map((_, i) => Math.min(Math.max(...lines.map((line) => line[i]!.length)), widest))
  return lines
    .map((line) =>
      line
        .map((cell, i) => cutTo(cell, widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const widest = 80

const oneLine = (cell: string | number | null | undefined) =>
  String(cell ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()

function cutTo(cell: string, width: number) {
  return cell.length > width ? `${cell.slice(0, width - 1)}…` : cell.padEnd(width)
}

export const asJson = (value: unknown) => JSON.stringify(value, null, 2)

/** 1234 → `1,234 rows`. */
export function counted(count: number, one: string, many = `${one}s`) {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
