import type { ScenarioPerson } from '~/scenarios/people'
import { formatAccountId } from '~/lib/text'

type Props = {
  people: readonly ScenarioPerson[]
  onChoose: (person: ScenarioPerson) => void
}

/** The scenario's cast: a click signs in, and the credentials are there to type oneself. */
export const PeopleCards = ({ people, onChoose }: Props) => (
  <ul className="u-people">
    {people.map((person) => (
      <li key={`${person.account} ${person.name}`}>
        <button
          type="button"
          className="u-person"
          aria-label={`Sign in as ${person.name}`}
          onClick={() => onChoose(person)}
        >
          <span className="u-person-face" aria-hidden="true">
            {person.name.charAt(0).toUpperCase()}
          </span>
          <span className="u-person-text">
            <strong>{person.name}</strong>
            <span>{person.story}</span>
            <small>
              {person.kind === 'root' ? 'Root user' : 'IAM user'} of{' '}
              {person.accountAlias ?? formatAccountId(person.account)}. Password:{' '}
              <code>{person.password}</code>
            </small>
          </span>
        </button>
      </li>
    ))}
  </ul>
)
