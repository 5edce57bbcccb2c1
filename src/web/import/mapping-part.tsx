import { useState } from 'react'
import { channels } from '#domain/customer/channels.ts'
import { fieldsOf, importKinds } from '#domain/import/fields.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Field } from '../ui/field.tsx'
import { dayOf } from '../ui/format.ts'
import { Section } from '../ui/page.tsx'
import { Segments } from '../ui/segments.tsx'
import { Select } from '../ui/select.tsx'
import { DatePicker, TextInput } from '../ui/text-input.tsx'
import { type ImportChange, type ShownImport, useCorrect } from './queries.ts'
import { importText as text } from './text.ts'

const choices = <V extends string>(words: Record<V, string>) =>
  Object.entries(words).map(([value, label]) => ({ value: value as V, label: label as string }))

const EARLIEST = '1970-01-01'

type PartProps = { row: ShownImport; correct: (change: ImportChange) => void }

/** What was recognised, all of it open to correction; each correction makes a new preview. `undated` counts what has no date of its own. */
export function MappingPart({ row, undated }: { row: ShownImport; undated: number }) {
  const correcting = useCorrect(row.id)
  const correct = (change: ImportChange) => correcting.mutate(change)
  return (
    <div className="stack import-mapping" aria-busy={correcting.isPending}>
      <Section label={text.layout}>
        <LayoutFields row={row} correct={correct} undated={undated} />
      </Section>
      <Section label={text.columns}>
        <ColumnTable row={row} correct={correct} />
      </Section>
    </div>
  )
}

function LayoutFields({ row, correct, undated }: PartProps & { undated: number }) {
  const { layout, mapping } = row
  return (
    <div className="import-fields">
      <Field label={text.kind} hint={row.kindReason}>
        <Select
          value={mapping.kind}
          options={importKinds.map((value) => ({ value, label: text.kinds[value] }))}
          onChange={(kind) => correct({ kind })}
        />
      </Field>
      {layout.format === 'delimited' && (
        <Field label={text.delimiter} hint={layout.encoding}>
          <Select
            value={layout.delimiter}
            options={choices(text.delimiters)}
            onChange={(delimiter) => correct({ layout: { delimiter } })}
          />
        </Field>
      )}
      {layout.format === 'delimited' && (
        <Checkbox checked={layout.hasHeader} onChange={(hasHeader) => correct({ layout: { hasHeader } })}>
          {text.header}
        </Checkbox>
      )}
      {mapping.kind === 'feedback' && (
        <Field label={text.channel}>
          <Select
            value={mapping.channel}
            options={channels.map((value) => ({ value, label: value }))}
            onChange={(channel) => correct({ mapping: { channel } })}
          />
        </Field>
      )}
      {undated > 0 && <UndatedDay row={row} correct={correct} />}
      {mapping.kind === 'events' && <EventName row={row} correct={correct} />}
      <Questions row={row} correct={correct} />
      {layout.notes.map((note) => (
        <p key={note} className="soft">
          {note}
        </p>
      ))}
    </div>
  )
}

function UndatedDay({ row: { mapping }, correct }: PartProps) {
  const [day, setDay] = useState(mapping.undatedDay)
  function change(undatedDay: string | null) {
    setDay(undatedDay)
    // A year that is still being typed is one of the first century.
    if (!undatedDay || undatedDay > EARLIEST) correct({ mapping: { undatedDay } })
  }
  return (
    <Field label={text.undatedDay} hint={text.undatedHint} optional>
      <DatePicker value={day} onChange={change} min={EARLIEST} max={dayOf(new Date())} />
    </Field>
  )
}

function EventName({ row, correct }: PartProps) {
  const [name, setName] = useState(row.mapping.eventName)
  return (
    <Field label={text.eventName}>
      <TextInput
        value={name}
        onChange={setName}
        onBlur={() => name !== row.mapping.eventName && correct({ mapping: { eventName: name } })}
      />
    </Field>
  )
}

/** Only a person can say these; they stay in sight after the answer, so that it can be taken back. */
function Questions({ row: { mapping, questions }, correct }: PartProps) {
  return questions.map(({ about, sentence, example }) => (
    <div key={about} className="import-question">
      <p>
        {sentence} <span className="faint">{example}</span>
      </p>
      {about === 'dateOrder' ? (
        <Segments
          value={mapping.dateOrder ?? ''}
          label={text.dateOrder}
          options={choices(text.dateOrders)}
          onChange={(dateOrder) => correct({ mapping: { dateOrder: dateOrder as 'day-first' } })}
        />
      ) : (
        <Segments
          value={mapping.decimalMark}
          label={text.decimalMark}
          options={choices(text.decimalMarks)}
          onChange={(decimalMark) => correct({ mapping: { decimalMark } })}
        />
      )}
    </div>
  ))
}

function ColumnTable({ row: { mapping, guesses }, correct }: PartProps) {
  const options = fieldsOf[mapping.kind].map(({ name, label }) => ({ value: name, label }))
  const why = new Map(guesses.map(({ column, field, reason }) => [`${column}\n${field}`, reason]))
  return (
    <table className="import-columns">
      <thead>
        <tr>
          <th>{text.column}</th>
          <th>{text.becomes}</th>
          <th className="import-why">{text.why}</th>
        </tr>
      </thead>
      <tbody>
        {mapping.columns.map(({ column, field }) => (
          <tr key={column}>
            <th scope="row">{column}</th>
            <td>
              <Select
                value={field}
                label={`${column}: ${text.becomes}`}
                options={options}
                onChange={(next) => correct({ mapping: { columns: [{ column, field: next }] } })}
              />
            </td>
            <td className="faint import-why">{why.get(`${column}\n${field}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
