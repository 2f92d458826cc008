import { spawn } from 'node:child_process';

type Surroundings = {
  platform: NodeJS.Platform;
  environment: Record<string, string | undefined>;
  isTerminal: boolean;
};

/** The command that opens a URL in the browser of the person who started us; null where nobody would see it. */
export function browserCommand({ platform, environment, isTerminal }: Surroundings): string[] | null {
  if (!isTerminal || environment.CI || environment.SSH_CONNECTION) return null;
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ['xdg-open'] : null;
}

/** Opens the URL if there is a browser to open it in. A failure is no failure of ours: the URL has been printed. */
export function openBrowser(url: string): void {
  const command = browserCommand({
    platform: process.platform,
    environment: process.env,
    isTerminal: process.stdout.isTTY === true,
  });
  const [program, ...args] = command ?? [];
  if (!program) return;
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
