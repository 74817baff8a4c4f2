/** What --help prints. */
export const HELP = `tessera-model-server: serves ONNX models by Open Inference Protocol v2 (REST with JSON and binary tensors, gRPC).

Usage: npm run model-server -- --models DIR [--models DIR2 ...] [options]

  --models DIR         a directory laid out as DIR/<model>/<version>/model.onnx, with DIR/<model>/config.pbtxt where wanted (a Triton
                       model repository); repeatable. TESSERA_MODEL_DIRS (':'-separated) is used when it is not given
  --host 127.0.0.1     where to listen; there is no authentication, so keep it on loopback or behind something that has it
  --port 8000          0 takes a free port and prints it
  --grpc-port PORT     listens for gRPC too; 0 takes a free port and prints it
  --model-control-mode explicit
                       explicit: POST /v2/repository/models/NAME/load and /unload change what is served
                       poll: the directories are looked at again and again, too, and need not exist yet
                       none: what was there at the start stays
  --repository-poll-secs 2
                       time between two looks
  --load-model NAME    loads this model at the start, and no others; repeatable; '*' is all, which is the default
  --workers N          worker threads that run models (default: 2, or 1 on a single core)
  --threads N          threads of ONNX Runtime within one run (default: 1)
  --memory-budget-mib N
                       refuses to load a version when all sessions together would take more, by estimate
  --max-batch 32       most rows of several requests that run as one, for models that allow it; 1 switches it off
  --max-body-mib 64    largest request
  --max-queue 32       requests that may wait for one model version; the next is answered 503
  --drain-seconds 25   time for running requests after SIGTERM
  --help

Example:
  npm run model-server -- --models test/fixtures/models/good
  curl http://127.0.0.1:8000/v2/models/mean
  curl -H 'content-type: application/json' http://127.0.0.1:8000/v2/models/mean/infer \\
    -d '{"inputs":[{"name":"X","datatype":"FP32","shape":[1,2,2],"data":[1,2,3,4]}]}'

Errors are JSON: {"error": "what is wrong"}. Which models are loaded, and why one is not:
  curl -X POST http://127.0.0.1:8000/v2/repository/index
Statistics: /v2/models/stats, and /metrics for Prometheus. More: docs/model-server.md
`;
