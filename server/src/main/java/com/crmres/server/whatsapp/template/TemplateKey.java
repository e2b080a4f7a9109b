package com.crmres.server.whatsapp.template;

/// What names a template in one language; the language exactly as approved.
record TemplateKey(String accountId, String name, String language) {}
