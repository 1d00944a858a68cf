# Verbale in a container: `docker build -t verbale .`, then
# docker run --rm -v "$PWD:/data" verbale read articles/ --record talks.db
FROM python:3.12-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY src ./src
RUN pip install --no-cache-dir build && python -m build --wheel --outdir /wheels

FROM python:3.12-slim
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir "$(ls /wheels/*.whl)[web,exchange,archives,documents]" && rm -r /wheels && useradd --create-home reader
USER reader
WORKDIR /data
ENTRYPOINT ["verbale"]
CMD ["--help"]
