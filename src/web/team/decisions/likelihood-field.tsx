import { useId } from 'react'
import { Probability } from '../../ui/probability.tsx'
import { decisionsText as text } from './text.ts'

type LikelihoodFieldProps = { percent: number; onChange: (percent: number) => void }

/** Never 0 or 100: nobody is that sure. */
export function LikelihoodField({ percent, onChange }: LikelihoodFieldProps) {
  const slider = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={slider}>
        {text.probability}
      </label>
      <div className="forecast-slider team">
        <input
          id={slider}
          type="range"
          min={1}
          max={99}
          value={percent}
          onChange={(event) => onChange(event.target.valueAsNumber)}
          aria-valuetext={`${percent} %`}
        />
        <output htmlFor={slider}>
          <Probability value={percent / 100} />
        </output>
      </div>
    </div>
  )
}
