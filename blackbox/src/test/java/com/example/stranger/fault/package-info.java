/** What happens when a database fails, connections are short, or rows change under the readers. */
package com.example.stranger.fault;
