import { NightQuestion } from '../nightjar/forms/night-question.tsx'
import { VoicePhrase } from '../nightjar/forms/voice-phrase.tsx'
import { questionTriggers } from './questions.triggers.ts'
import { crew, robin, type ScenarioGroup } from './scenario.ts'
import { askUnknownChallenge } from './unknown-challenge.wire.ts'

const { username } = robin

export const questions: ScenarioGroup = {
  title: 'Questions of your own',
  scenarios: [
    {
      id: 'question',
      title: 'One question',
      story: 'No password: the pool’s own triggers ask. Tonight’s word is “lantern”.',
      user: { username },
      auth: { authFlow: 'CUSTOM_AUTH' },
      pool: {
        users: crew(),
        triggers: questionTriggers([
          { shown: { question: 'What is tonight’s word?' }, answer: 'lantern' },
        ]),
      },
    },
    {
      id: 'rounds',
      title: 'Several rounds, own forms',
      story: 'The host draws each round from its parameters. The answers: a river, then green.',
      user: { username },
      auth: { authFlow: 'CUSTOM_AUTH' },
      forms: { CUSTOM_CHALLENGE: NightQuestion },
      pool: {
        users: crew(),
        triggers: questionTriggers([
          {
            shown: { kind: 'riddle', question: 'It has a bed and never sleeps. What is it?' },
            answer: 'river',
          },
          {
            shown: {
              kind: 'signal',
              question: 'Which light lets the night train go?',
              lights: 'red amber green',
            },
            answer: 'green',
          },
        ]),
      },
    },
    {
      id: 'unknown',
      title: 'A challenge from the future',
      story: 'Cognito asks VOICE_PHRASE, which nobody knows yet. The way out is designed, too.',
      user: robin,
      pool: { users: crew() },
      wire: askUnknownChallenge,
    },
    {
      id: 'unknown-form',
      title: 'The future, own form',
      story: 'Nightjar brings a form for VOICE_PHRASE, so the kit carries it. Say “mind the moon”.',
      user: robin,
      pool: { users: crew() },
      wire: askUnknownChallenge,
      forms: { UNKNOWN: VoicePhrase },
    },
  ],
}
