# The server as a container; docker-compose.yml puts a database beside it.
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN mvn -B -ntp -pl server -am package dependency:copy-dependencies \
      -DincludeScope=runtime -DoutputDirectory=target/dependency -DexcludeGroupIds=com.crmres \
      -Dmaven.test.skip=true -Dspotless.check.skip=true

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home crm && mkdir /data && chown crm /data
COPY --from=build /src/server/target/dependency /app
COPY --from=build /src/common/target/crm-res-common-*.jar /src/server/target/crm-res-server-*.jar /app/
USER crm
EXPOSE 8080 8081
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xms96m", "-Xmn64m", "-Xmx1g", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-cp", "/app/*", "com.crmres.server.Main"]
