/**
 * A Python program that holds a server of several processes: `python -c KEEPER <folder> <command...>`. It ends them all when a word comes on
 * its input, or when that closes because the test run has ended without a word, however it ended; unless the word was `keep`, it also removes
 * the folder. When the server ends by itself, so does the keeper.
 */
export const KEEPER = `
import os, shutil, signal, subprocess, sys, threading
folder, *command = sys.argv[1:]
server = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
told = threading.Event()

def watch():
    server.wait()
    told.wait(1) or os._exit(1)

threading.Thread(target=watch, daemon=True).start()
word = sys.stdin.readline().strip()
told.set()
for sign in (signal.SIGTERM, signal.SIGKILL):
    try:
        os.killpg(server.pid, sign)
        server.wait(10)
    except (ProcessLookupError, subprocess.TimeoutExpired):
        pass
if word != "keep":
    shutil.rmtree(folder, ignore_errors=True)
`;
