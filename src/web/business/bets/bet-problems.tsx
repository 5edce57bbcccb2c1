import { useState } from 'react'
import { useApi } from '../../shell/session.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { StateChip } from '../../ui/chip.tsx'
import { Combobox, type Found } from '../../ui/combobox.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { Popover } from '../../ui/popover.tsx'
import { type BetDetail, useTieProblem, useUntieProblem } from './queries.ts'
import { searchProblems } from './record-search.ts'
import { betsText as text } from './text.ts'

type BetProblemsProps = { bet: BetDetail; mayMake: boolean }

/** The problems a bet answers: its evidence comes from them. */
export function BetProblems({ bet: { key, problems }, mayMake }: BetProblemsProps) {
  const untie = useUntieProblem(key)
  return (
    <Section label={text.problems} id="problems" more={mayMake && <TieProblem betKey={key} />}>
      {problems.length === 0 && <p className="faint">{text.noProblem}</p>}
      <ul className="tied-problems">
        {problems.map((problem) => (
          <li key={problem.id}>
            <Link to={`/problems/${problem.key}`}>
              <span className="key">{problem.key}</span> {problem.title}
            </Link>
            <StateChip state={problem.state} />
            {mayMake && <IconButton icon="close" label={`Untie ${problem.key}`} onClick={() => untie.mutate(problem.key)} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function TieProblem({ betKey }: { betKey: string }) {
  const api = useApi()
  const tie = useTieProblem(betKey)
  const [open, setOpen] = useState(false)
  function choose(found: Found | null) {
    if (!found) return
    setOpen(false)
    tie.mutate(found.id)
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={text.tie}
      trigger={
        <Button kind="quiet" size="small" icon="add">
          {text.tie}
        </Button>
      }
    >
      <div className="picker">
        <Combobox
          label={text.tie}
          value={null}
          onChange={choose}
          search={(sought) => searchProblems(api, sought)}
          searchKey={['problems']}
          placeholder={text.problemPlaceholder}
          autoFocus
        />
      </div>
    </Popover>
  )
}
