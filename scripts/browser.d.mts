export function browser(): Promise<{
  executablePath: string
  env: Record<string, string>
  args: string[]
}>
