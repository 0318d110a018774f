# The local AWS alone: docker build -f packaging/docker/sandbox.Dockerfile -t keyturn-sandbox target/packages
#
# It listens on 127.0.0.1 only, and refuses to do otherwise. So share the network of the container that uses it
#   docker run --network container:TESTS keyturn-sandbox        or the host's: --network host
# and read the line that it prints when it is ready.
# Not built so far by its makers.
FROM debian:12-slim
ARG TARGETARCH=amd64
RUN --mount=type=bind,target=/packages \
    case $TARGETARCH in amd64) system=linux-x64 ;; arm64) system=linux-arm64 ;; *) exit 1 ;; esac && \
    cd /packages && sha256sum --check --ignore-missing --strict SHA256SUMS && \
    mkdir /opt/keyturn-sandbox && \
    tar -xzf /packages/keyturn-sandbox-[0-9]*-$system.tar.gz -C /opt/keyturn-sandbox --strip-components 1 && \
    useradd --uid 1000 sandbox
USER sandbox
ENTRYPOINT ["/opt/keyturn-sandbox/bin/keyturn-sandbox"]
CMD ["--port", "4580", "--output", "json"]
