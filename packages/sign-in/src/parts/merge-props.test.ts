import { expect, test, vi } from 'vitest'
import { mergeProps } from './merge-props.ts'

const event = () => ({
  defaultPrevented: false,
  preventDefault() {
    this.defaultPrevented = true
  },
})

test('the app’s handler runs first, then ours', () => {
  const calls: string[] = []
  const ownProps = { onClick: () => calls.push('ours') }
  const merged = mergeProps(ownProps, { onClick: () => calls.push('theirs') })
  ;(merged.onClick as (given: object) => void)(event())
  expect(calls).toEqual(['theirs', 'ours'])
})

test('ours does not run once the app’s has prevented the default', () => {
  const ours = vi.fn()
  const merged = mergeProps(
    { onClick: ours },
    { onClick: (given: ReturnType<typeof event>) => given.preventDefault() },
  )
  merged.onClick(event())
  expect(ours).not.toHaveBeenCalled()
})

test('class names, styles and descriptions are added to ours', () => {
  const ownProps = { className: 'a', style: { color: 'red', top: 0 }, 'aria-describedby': 'x' }
  const given = { className: 'b', style: { color: 'blue' }, 'aria-describedby': 'y' }
  expect(mergeProps(ownProps, given)).toEqual({
    className: 'a b',
    style: { color: 'blue', top: 0 },
    'aria-describedby': 'x y',
  })
})

test('anything else of the app replaces ours, but what it leaves undefined', () => {
  const ownProps = { type: 'button', title: 'ours', 'aria-describedby': undefined }
  const given = { type: undefined, title: 'theirs', id: 'i', 'aria-describedby': 'y' }
  expect(mergeProps<object, object>(ownProps, given)).toEqual({
    type: 'button',
    title: 'theirs',
    id: 'i',
    'aria-describedby': 'y',
  })
})
