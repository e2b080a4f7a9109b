/// Answers customers: reads what they said, lets the rules decide, replies.
@NullMarked
package com.crmres.server.assistant;

import org.jspecify.annotations.NullMarked;
