/** Hostile values that a pool, a trigger or a proxy could send. The forms must show them as text. */
export const hostile = {
  markup: '<img src=x onerror="document.title=\'broken\'"><b>bold</b>',
  bidi: 'a***@\u202Emoc.elpmaxe\u202C \u2066gnp.exe\u2069',
  huge: 'very long '.repeat(100_000),
}
