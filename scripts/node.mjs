// After an install `node` is the one from node_modules where there is one for this system
// (Linux, Windows); elsewhere it is the machine's own and must be new enough.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (!((major === 22 && minor >= 22) || (major === 24 && minor >= 15) || major >= 26)) {
  console.error(
    `This repository needs Node 22.22, 24.15 or 26 and later; this is ${process.version}.`,
  )
  process.exit(1)
}
