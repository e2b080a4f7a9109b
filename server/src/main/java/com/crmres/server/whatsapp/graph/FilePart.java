package com.crmres.server.whatsapp.graph;

import java.io.InputStream;
import java.util.function.Supplier;

/// A file to be handed to the Graph API; its bytes are read while they are sent.
///
/// @param fileName without quotes or line ends
/// @param bytes how many there are, exactly
/// @param open opens them; called once for each try
public record FilePart(String fileName, String mimeType, long bytes, Supplier<InputStream> open) {}
