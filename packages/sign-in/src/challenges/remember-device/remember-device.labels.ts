export const rememberDeviceLabels = {
  title: 'Remember this device?',
  hint: 'Next time you will not be asked for a code here. Do this only on a device that is yours.',
  submit: 'Remember this device',
  decline: 'Not now',
}
