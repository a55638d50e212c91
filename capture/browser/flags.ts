/** Chrome's command line, apart from the back end's own flags. */
export function chromeFlags(
  profile: string,
  { isShell, sandbox }: { isShell: boolean; sandbox: boolean },
): string[] {
  return [
    // Chrome ends by itself when the pipe closes, so it cannot outlive us, and no port is open to others.
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    isShell ? '--headless' : '--headless=new',
    // Chrome refuses a sandbox for root, and many containers forbid it. The page is ours and sees only loopback.
    ...(sandbox ? [] : ['--no-sandbox']),
    // A page finds 127.0.0.1 and nothing else.
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    '--disable-quic',
    // The stage collects what a clip leaves behind before the next one.
    '--js-flags=--expose-gc --max-semi-space-size=4',
    ...neverSlow,
    ...samePixels,
    ...nothingExtra,
    'about:blank',
  ]
}

/** A page that nobody looks at must draw at full speed. */
const neverSlow = [
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--disable-ipc-flooding-protection',
  '--disable-hang-monitor',
  // On a busy machine a software frame takes as long as a GPU that hangs: Chrome would end it and go on with SwiftShader.
  '--disable-gpu-watchdog',
  // /dev/shm is 64 MB in a Docker container.
  '--disable-dev-shm-usage',
]

const samePixels = [
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--hide-scrollbars',
  '--mute-audio',
]

const nothingExtra = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-breakpad',
  // Not --disable-crashpad-for-testing: with it the network service of Chromium 156 crashes
  // ("FD ownership violation") on the first navigation. The crash handler ends with its browser.
  '--disable-client-side-phishing-detection',
  '--disable-search-engine-choice-screen',
  '--disable-popup-blocking',
  '--disable-prompt-on-repost',
  '--disable-features=Translate,AcceptCHFrame,MediaRouter,OptimizationHints,ProcessPerSiteUpToMainFrameThreshold',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--password-store=basic',
  '--use-mock-keychain',
]
