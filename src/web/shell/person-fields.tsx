import { text } from '../text.ts'
import { Field, faultOf } from '../ui/field.tsx'
import { TextInput } from '../ui/text-input.tsx'

export type PersonDraft = { name: string; email: string; password: string }
export const nobody: PersonDraft = { name: '', email: '', password: '' }

type PersonFieldsProps = { person: PersonDraft; onChange: (person: PersonDraft) => void; error: unknown }

/** Who somebody is, for the first owner and for those who accept an invitation. */
export function PersonFields({ person, onChange, error }: PersonFieldsProps) {
  return (
    <>
      <Field label={text.setUp.name} error={faultOf(error, 'name')}>
        <TextInput autoComplete="name" required value={person.name} onChange={(name) => onChange({ ...person, name })} />
      </Field>
      <Field label={text.signIn.email} error={faultOf(error, 'email')}>
        <TextInput
          type="email"
          autoComplete="username"
          required
          value={person.email}
          onChange={(email) => onChange({ ...person, email })}
        />
      </Field>
      <Field label={text.signIn.password} hint={text.setUp.passwordHint} error={faultOf(error, 'password')}>
        <TextInput
          type="password"
          autoComplete="new-password"
          required
          minLength={10}
          value={person.password}
          onChange={(password) => onChange({ ...person, password })}
        />
      </Field>
    </>
  )
}
