export const unknownLabels = {
  title: 'One step is missing here',
  hint: 'This account needs a step this app does not offer. Ask support for help, and name it:',
}
