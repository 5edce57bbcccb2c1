import { probabilityWord } from '#domain/probability.ts'
import { formatPercent } from './format.ts'
import './measures.css'

/** A probability from 0 to 1 as a word and a number: “likely, 72 %”. */
export function Probability({ value }: { value: number }) {
  return (
    <span className="probability">
      {probabilityWord(value)}, {formatPercent(value)}
    </span>
  )
}
