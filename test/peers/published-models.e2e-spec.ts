import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '#test/gateway-process';
import { mlflowKinds } from '#test/mlflow-kinds';
import type { MlflowServer } from '#test/mlflow-server';
import { publish, publisherPython, runPython } from '#test/publisher';
import { reasonToSkip } from '#test/skip-without';

const FOCUS = join(projectRoot, 'model-registry/models/demo-dense-focus/1');
const PASSWORD = 'long enough, surely';

// What a user of MLflow has beside its client to run a model.
const runtime = ['pandas==2.3.3', 'onnxruntime==1.23.2'];
const noPublisher = await reasonToSkip('publish.py', () => publisherPython());
const noRuntime = await reasonToSkip('ONNX Runtime for MLflow', () => publisherPython(...runtime));
const kinds = mlflowKinds.map((kind) => ({ ...kind, skip: kind.skip ?? noPublisher ?? noRuntime }));

// Reads the model as anybody does who knows MLflow and not us; and runs the project's own file beside it.
const READ = `
import json, sys
import mlflow, numpy as np, onnxruntime
server, path = sys.argv[1:]
mlflow.set_tracking_uri(server)
uri = "models:/demo-dense-focus@champion"
model = mlflow.models.Model.load(uri)
features = np.random.default_rng(0).standard_normal((1, 9, 1280)).astype(np.float32)
session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
print(json.dumps({
    "flavours": sorted(model.flavors),
    "inputs": model.signature.inputs.to_dict(),
    "outputs": model.signature.outputs.to_dict(),
    "predicted": mlflow.pyfunc.load_model(uri).predict({"features": features})["logit"].tolist(),
    "own": session.run(["logit"], {"features": features})[0].tolist(),
    "nodes": len(mlflow.onnx.load_model(uri).graph.node),
}))
`;

describe.each(kinds)(
  'a published version and MLflow $release',
  { timeout: 180_000 },
  ({ version, skip, start, shared }) => {
    let url: string;
    let server: MlflowServer | undefined;

    beforeAll(async () => {
      // A login costs the server a password hash a request, so one generation has to do.
      if (skip !== undefined) return;
      if (version === '3') server = await start({ basicAuth: { password: PASSWORD } });
      url = server?.url ?? (await shared());
    });

    afterAll(async () => {
      await server?.stop();
    });

    const send = async (password: string) =>
      publish(await publisherPython(), ['version', FOCUS, '--alias', 'champion', '--tracking-uri', url], {
        MLFLOW_TRACKING_USERNAME: 'admin',
        MLFLOW_TRACKING_PASSWORD: password,
      });

    if (version === '3') {
      it.skipIf(skip)('is refused to a wrong login, and the words say what to give', async () => {
        const { code, progress } = await send('somebody else, surely');
        expect([code, progress]).toEqual([5, expect.stringContaining('MLFLOW_TRACKING_PASSWORD')]);
        expect(progress).not.toContain('somebody else');
      });
    }

    it.skipIf(skip)('is read and run by MLflow itself', async () => {
      const { code, progress } = await send(PASSWORD);
      expect(code, progress).toBe(0);
      const environment = { MLFLOW_TRACKING_USERNAME: 'admin', MLFLOW_TRACKING_PASSWORD: PASSWORD };
      const python = await publisherPython(...runtime);
      const found = await runPython(python, READ, [url, join(FOCUS, 'model.onnx')], environment);
      const card = JSON.parse(await readFile(join(FOCUS, 'model-card.json'), 'utf8'));
      const tensor = (name: string, shape: readonly number[]) => ({
        name,
        type: 'tensor',
        'tensor-spec': { dtype: 'float32', shape },
      });
      expect(found).toMatchObject({
        flavours: ['onnx', 'python_function', 'tessera'],
        inputs: [tensor('features', card.input.tensors[0].shape)],
        outputs: [tensor('logit', card.output.tensors[0].shape)],
      });
      expect(found.nodes).toBeGreaterThan(3);
      expect(found.predicted).toEqual(found.own);
    });
  },
);
