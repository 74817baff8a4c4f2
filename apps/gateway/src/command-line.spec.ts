import { describe, expect, it } from 'vitest';
import { answerArguments } from './command-line.js';
import { loadConfig } from '#gateway/config';

describe('answerArguments', () => {
  it('lets a program start when there is nothing on its command line', () => {
    expect(answerArguments('start', [])).toBeNull();
    expect(answerArguments('migrate', [])).toBeNull();
  });

  it('explains the program when asked to, and neither starts nor migrates', () => {
    expect(answerArguments('start', ['--help'])).toMatchObject({
      exitCode: 0,
      text: expect.stringMatching(/^npm start/),
    });
    expect(answerArguments('migrate', ['-h'])).toMatchObject({
      exitCode: 0,
      text: expect.stringMatching(/^npm run migrate/),
    });
  });

  it('refuses an argument that would be ignored, and never repeats it', () => {
    const answer = answerArguments('start', ['--port=5000-secret']);
    expect(answer?.exitCode).toBe(2);
    expect(answer?.text).toContain('TESSERA_PORT');
    expect(answer?.text).not.toContain('secret');
  });

  it('names defaults that are the defaults', () => {
    const text = answerArguments('start', ['--help'])?.text ?? '';
    const { port, dataDir } = loadConfig({});
    expect(text).toContain(`TESSERA_PORT=${port} `);
    expect(dataDir).toMatch(/[/\\]data$/);
  });
});
