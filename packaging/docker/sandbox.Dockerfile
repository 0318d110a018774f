# Only the local AWS: docker build -f packaging/docker/sandbox.Dockerfile -t keyturn-sandbox target/packages
#
# docs/sandbox.md shows how to run it and what an open port allows. Options after the image's name are added to these.
# Not built so far by its makers; packaging/test/packages runs these steps in a bare Debian without a container engine.
FROM debian:12-slim
ARG TARGETARCH=amd64
RUN --mount=type=bind,target=/packages \
    case $TARGETARCH in amd64) system=linux-x64 ;; arm64) system=linux-arm64 ;; *) exit 1 ;; esac && \
    cd /packages && sha256sum --check --ignore-missing --strict SHA256SUMS && \
    mkdir /opt/keyturn-sandbox && \
    tar -xzf /packages/keyturn-sandbox-[0-9]*-$system.tar.gz -C /opt/keyturn-sandbox --strip-components 1 && \
    useradd --uid 1000 sandbox
USER sandbox
EXPOSE 4580
HEALTHCHECK --start-period=60s --interval=1s --timeout=5s CMD ["bash", "-c", "</dev/tcp/127.0.0.1/4580"]
ENTRYPOINT ["/opt/keyturn-sandbox/bin/keyturn-sandbox", "--host", "0.0.0.0", "--port", "4580"]
CMD ["--output", "json"]
