/** What a pool, a trigger or a proxy could put into a parameter. It must stay text. */
export const hostile = {
  markup: '<img src=x onerror="document.title=\'broken\'"><b>bold</b>',
  bidi: 'a***@\u202Emoc.elpmaxe\u202C \u2066gnp.exe\u2069',
  huge: 'very long '.repeat(100_000),
}
